/** Functions and methods of documents, storages, texts and lists that change nothing (DOM, HTML, ECMAScript). */
export const looking: ReadonlySet<string> = new Set([
	'querySelector', 'querySelectorAll', 'getElementById', 'getElementsByClassName', 'getElementsByTagName', 'getElementsByName', 'elementFromPoint', 'closest', 'matches', 'contains', 'getAttribute', 'hasAttribute',
	'getBoundingClientRect', 'getComputedStyle', 'getPropertyValue', 'getItem', 'readText', 'item', 'parse', 'stringify', 'keys', 'values', 'entries', 'from', 'map', 'filter', 'find', 'some', 'every', 'includes', 'trim', 'toString', 'slice', 'join', 'split', 'replace', 'startsWith',
]);

/** Names by which a script comes to what a page shows, keeps, or is at; the last is what a driver hands it. */
export const ofPage: ReadonlySet<string> = new Set(['document', 'location', 'localStorage', 'sessionStorage', 'arguments']);

/** What browsers compute from what a field holds whenever it is read, and which element has the focus (https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#the-constraint-validation-api). */
export const derived: ReadonlySet<string> = new Set(['validity', 'validationMessage', 'willValidate', 'selectionStart', 'selectionEnd', 'activeElement']);

/** Words of actions, of what they act on, and of helpers, that take something away from a page. */
export const endings = /clos|cancel|delet|remov|dismiss|hid(?:e|ing)|clear|escape|backspace|discard|collaps|log-?\s?out|sign-?\s?out|undo|toggle|archiv|revok|leave|de-?select|uncheck|confirm|accept|[×✕]/i;

/** Functions and methods of a page's own scripts whose effect comes some time after they return: what a user's click does, what is sent, and where the page goes. */
export const acting: ReadonlySet<string> = new Set(['click', 'submit', 'requestSubmit', 'dispatchEvent', 'send', 'postMessage', 'reload', 'back', 'forward']);
