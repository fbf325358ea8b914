/** What is asked cannot be done with the folder. The message is one line, fit to be shown as it is. */
export class Unusable extends Error {}
