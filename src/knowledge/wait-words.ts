/** What functions are called that wait as long as they are told. Asked only where nothing else is known of a function. */
export const waits = /^(?:sleep|delay|wait|pause|snooze)(?:Promise|Async|For)?(?:Ms|Millis|Milliseconds|Seconds)?$|^promise(?:Delay|Sleep|Wait)$|^waitFor(?:Ms|Millis|Milliseconds|Seconds|Timeout)$/i;

/** The same without words that mean something else where it is not known whose they are: a transaction waits for a number of blocks, a player pauses. */
export const plainWaits = /^(?:sleep|delay)|^waitForTimeout$|^promise/i;

/** Words in front of one that make it another clock's: `scheduler.delay(50)`. */
export const otherClocks = /clock|fake|mock|nock|schedul|simulat|stub|virtual/i;
