import type { Partner } from '../../server/partnerships/partnership.ts'
import type { Services } from '../../server/services.ts'
import { demoId } from './demo-id.ts'
import { demoEntities } from './entities/index.ts'
import { demoPartnerships } from './partnerships.ts'
import type { DemoPartnership } from './types.ts'

/** The partnerships of the demo set. Seeding again adds none twice. */
export async function seedPartnerships({ partnerships }: Services, now: Date): Promise<void> {
  for (const { key, company, entities, ...record } of demoPartnerships) {
    const partners = { company: { name: company }, entities: entities.map(partnerOf) }
    await partnerships.add({ id: demoId(key), ...record, ...partners, createdAt: now }, now)
  }
}

function partnerOf(entity: DemoPartnership['entities'][number]): Partner {
  if ('name' in entity) return entity
  const { name } = demoEntities.find(({ key }) => key === entity.key) ?? { name: entity.key }
  return { name, organisationId: demoId(entity.key) }
}
