/** The command cannot do what it was asked; the message is one line for the person who asked. */
export class UsageError extends Error {}
