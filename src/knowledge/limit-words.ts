/** Options of a call that say after how many milliseconds it gives up. */
export const limitOptions = ['timeout', 'timeoutMs', 'timeoutMillis', 'timeoutInMs', 'requestTimeout', 'requestTimeoutMs'] as const;

/** Limits of so many milliseconds are there to be run out of: a request to a machine next door may be over in them. */
export const fewMilliseconds = 10;
