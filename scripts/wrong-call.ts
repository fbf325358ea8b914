/** What was typed can't be done; the message is one line. */
export class WrongCall extends Error {}
