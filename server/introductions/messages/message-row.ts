import type { TFunction } from 'i18next'
import { linkedText } from '../../web/linked-text.ts'
import type { Message } from './message.ts'

/** The model of `views/introductions/_message.hbs`, on the page and over the socket alike: nothing depends on who looks but the language. */
export const messageRow = ({ id, name, side, text, sentAt, takenBackAt }: Message, t: TFunction) => ({
  ...{ id, name, side, sentAt },
  sideName: t(`introductions:side.${side}`),
  parts: takenBackAt ? undefined : linkedText(text),
})
