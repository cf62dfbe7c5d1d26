import { calendarParts, decisions, distances, movedInstant, sameInstant } from '../../knowledge/date-words.ts';

/** What a member of a date tells of the instant that it is asked of. */
export type ClockWord = 'same' | 'moved' | 'part' | 'distance' | 'decision' | 'other';

export function clockWord(name: string): ClockWord {
	if (sameInstant.has(name)) return 'same';
	if (movedInstant.test(name)) return 'moved';
	if (calendarParts.has(name)) return 'part';
	if (distances.test(name)) return 'distance';
	return decisions.test(name) ? 'decision' : 'other';
}
