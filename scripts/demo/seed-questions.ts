import { answer, ask } from '../../server/introductions/questions/question-acts.ts'
import { questionState } from '../../server/introductions/questions/question.ts'
import { isAsking } from '../../server/needs/need.ts'
import type { Services } from '../../server/services.ts'
import { demoId } from './demo-id.ts'
import { deskOf } from './desk.ts'
import { personNamed } from './people.ts'
import { demoQuestions, type DemoQuestion } from './questions.ts'

/** What was asked and answered so many days before the seeding. Done again it changes nothing. */
export async function seedQuestions(services: Services, daysAgo: number): Promise<void> {
  for (const question of demoQuestions)
    if (question.daysAgo === daysAgo || question.answer?.daysAgo === daysAgo)
      await discuss(question, daysAgo, services)
}

async function discuss(
  { key, by, need: of, text, answer: said }: DemoQuestion,
  daysAgo: number,
  services: Services,
) {
  const { needs, questions, clock } = services
  const need = await needs.find(demoId(of))
  if (!need || !isAsking(need, clock.now())) return
  const desk = { questions, ...deskOf(services) }
  const asker = await personNamed(by, services)
  const question = await ask(need, { text, key: `demo:${key}` }, asker, desk)
  if (said?.daysAgo !== daysAgo || questionState(question) !== 'waiting') return
  await answer({ question, need }, said.text, await personNamed(said.by, services), desk)
}
