import type { Services } from '../../server/services.ts'

/** What every act works with; the clock says when it happens. */
export const deskOf = ({ processing, clock }: Pick<Services, 'processing' | 'clock'>) => ({
  wake: processing.wake,
  now: () => clock.now(),
})
