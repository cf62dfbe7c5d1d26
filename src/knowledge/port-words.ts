/** Calls in the text of a program that listen on a port which is written down: `server.listen(8080)`, `app.listen({ port: 8080 })`. */
export const listensInText = /\.listen\(\s*(?:\{\s*port:\s*)?(\d{4,5})\b/g;

/** The host of an address on this machine, in front of the port. */
export const localHost = /(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\])/i;
