import { describe, expect, it } from '@jest/globals';
import { actsHere, narrow, questionsOf, type Subject, tellsWhom } from './questions.js';

const SUBJECT: Subject = {
  painPointId: 'p',
  key: 'P-17',
  stageId: 's1',
  ownerId: null,
  blocked: false,
  promised: false,
  promisedFor: null,
  version: 3,
  tells: 3,
};
const CHOICES = {
  stages: [
    { id: 's1', name: 'Bleeding' },
    { id: 's2', name: 'Planned' },
    { id: 's3', name: 'Fixed' },
  ],
  people: [
    { id: 'i', name: 'Ivo Itman', role: 'IT' },
    { id: 's', name: 'Sara Sponsor', role: 'SPONSOR' },
  ],
};
const asked = (act: Parameters<typeof questionsOf>[0], subject: Subject | undefined = SUBJECT) =>
  questionsOf(act, subject, CHOICES).map(({ name }) => name);

describe('what an act asks for', () => {
  it('asks for nothing that is known', () => {
    expect(asked('move')).toEqual(['stageId']);
    expect(asked('promise')).toEqual(['dueOn']);
    expect(asked('plan')).toEqual(['ownerId', 'dueOn']);
    expect(asked('action')).toEqual(['title', 'assigneeId', 'dueOn']);
  });

  it('selects the next stage to the right, and the last one where a card stands there already', () => {
    const likely = (stageId: string) =>
      questionsOf('move', { ...SUBJECT, stageId }, CHOICES).flatMap((one) =>
        one.kind === 'pick' ? one.options.filter((option) => option.likely).map(({ id }) => id) : [],
      );
    expect(likely('s1')).toEqual(['s2']);
    expect(likely('s2')).toEqual(['s3']);
    expect(likely('s3')).toEqual(['s3']);
  });

  it('asks why a promised date moves, since its sponsors read it', () => {
    expect(asked('promise', { ...SUBJECT, promised: true })).toEqual(['dueOn', 'reason']);
  });

  it('asks of a quick win that is promised why its date moves, and nothing where it stays', () => {
    const asksAfter = (dueOn: string, promisedFor: string | null) =>
      questionsOf('plan', { ...SUBJECT, promised: true, promisedFor }, CHOICES)
        .filter(({ needless }) => !needless?.({ dueOn }))
        .map(({ name }) => name);
    expect(asksAfter('2026-12-11', '2026-12-04')).toEqual(['ownerId', 'dueOn', 'reason']);
    expect(asksAfter('2026-12-04', '2026-12-04')).toEqual(['ownerId', 'dueOn']);
    // What was broken cannot be kept any more.
    expect(asksAfter('2026-12-04', null)).toEqual(['ownerId', 'dueOn', 'reason']);
  });

  it('lets a blocked card go on without a reason', () => {
    expect(asked('block')).toEqual(['reason']);
    expect(asked('block', { ...SUBJECT, blocked: true })).toEqual(['unblock']);
  });

  it('gives a card to IT, and a task to anybody', () => {
    const people = (act: 'owner' | 'action') =>
      questionsOf(act, SUBJECT, CHOICES).flatMap((one) => (one.kind === 'pick' ? one.options.map(({ id }) => id) : []));
    expect(people('owner')).toEqual(['i']);
    expect(people('action')).toEqual(['i', 's']);
  });

  it('offers what concerns a card only where there is one', () => {
    expect(actsHere(SUBJECT).map(({ key }) => key)).toEqual(['m', 'o', 'p', 'x', 'c', 'a']);
    expect(actsHere(undefined).map(({ act }) => act)).toEqual(['decision', 'action']);
  });

  it('says who is told before it is done', () => {
    expect(tellsWhom('move', SUBJECT)).toBe('tells 3 sponsors');
    expect(tellsWhom('promise', { ...SUBJECT, tells: 1 })).toBe('tells 1 sponsor');
    expect(tellsWhom('owner', SUBJECT)).toBe('tells nobody');
    expect(tellsWhom('end', undefined, 4)).toBe('mails the minutes to 4');
    expect(tellsWhom('end', undefined)).toBe('mails the minutes to nobody');
  });

  it('finds somebody by the first letters of any name before letters in the middle', () => {
    const options = ['Karin Vogel', 'Ivo Itman', 'Olivia Voss'].map((label) => ({ id: label, label }));
    expect(narrow(options, 'vo').map(({ id }) => id)).toEqual(['Karin Vogel', 'Olivia Voss', 'Ivo Itman']);
    expect(narrow(options, 'zz')).toEqual([]);
  });
});
