import type { ApolloCache, Reference } from '@apollo/client';
import type { Modifiers } from '@apollo/client/cache';
import { stageCards } from '../../graphql/cache.js';
import type { MoreCardsQuery, PainPointCardFragment } from '../../graphql/generated/types.js';
import { indexBeside, indexOfRank, type Neighbours } from './arrange-cards.js';
import { PAIN_POINT_CARD } from './pain-point-card.graphql.js';

/** Edits of the lists of cards that lie in the cache. */

type Filter = object | null;

interface Cards {
  nodes: readonly Reference[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

type ReadField = (field: string, from: Reference) => unknown;

/** Where a card is put into a list: beside its neighbours, where its rank sorts it, or at the end. */
export type Where = Neighbours | { rank: string } | 'end';

/** The card as it lies in the cache, without what is not acknowledged yet unless asked for. */
export function knownCard(cache: ApolloCache, id: string, optimistic = false): PainPointCardFragment | null {
  const from = `PainPoint:${id}`;
  return cache.readFragment({ id: from, fragment: PAIN_POINT_CARD, fragmentName: 'PainPointCard' }, optimistic);
}

export function writeCard(cache: ApolloCache, card: PainPointCardFragment): void {
  cache.writeFragment({ fragment: PAIN_POINT_CARD, fragmentName: 'PainPointCard', data: card });
}

function modifyLists(
  cache: ApolloCache,
  stageId: string,
  edit: (cards: Cards, name: string, readField: ReadField) => Cards,
): void {
  const fields = {
    painPoints: (
      cards: Cards | undefined,
      { storeFieldName, readField }: { storeFieldName: string; readField: ReadField },
    ) => (cards ? edit(cards, storeFieldName, readField) : cards),
  };
  cache.modify({ id: `Stage:${stageId}`, fields: fields as unknown as Modifiers });
}

function modifyHead(cache: ApolloCache, stageId: string, by: { count: number; bleed: number }): void {
  const fields = {
    count: (count: number) => Math.max(0, count + by.count),
    bleedPerWeek: (bleed: number) => Math.max(0, bleed + by.bleed),
  };
  cache.modify({ id: `Stage:${stageId}`, fields: fields as unknown as Modifiers });
}

/** Takes a card out of every list; gives the names of the lists that it stood in. */
export function takeCard(cache: ApolloCache, stageIds: readonly string[], id: string): Set<string> {
  const stoodIn = new Set<string>();
  const ref = cache.identify({ __typename: 'PainPoint', id });
  for (const stageId of stageIds) {
    modifyLists(cache, stageId, (cards, name) => {
      if (!cards.nodes.some(({ __ref }) => __ref === ref)) return cards;
      stoodIn.add(name);
      const nodes = cards.nodes.filter(({ __ref }) => __ref !== ref);
      return { ...cards, nodes, totalCount: cards.totalCount - 1 };
    });
  }
  return stoodIn;
}

/** Puts a card into the named lists of a stage. */
export function putCard(
  cache: ApolloCache,
  stageId: string,
  id: string,
  where: Where,
  names: ReadonlySet<string>,
): void {
  const ref = { __ref: cache.identify({ __typename: 'PainPoint', id }) ?? '' };
  modifyLists(cache, stageId, (cards, name, readField) => {
    if (!names.has(name) || cards.nodes.some(({ __ref }) => __ref === ref.__ref)) return cards;
    const totalCount = cards.totalCount + 1;
    const ids = cards.nodes.map(({ __ref }) => __ref.slice('PainPoint:'.length));
    let index = ids.length;
    if (where !== 'end') {
      index =
        'rank' in where
          ? indexOfRank(
              cards.nodes.map((node) => readField('rank', node) as string | undefined),
              where.rank,
            )
          : indexBeside(ids, id, where);
      // It belongs behind what is loaded; it comes with its page.
      if (index === ids.length && 'rank' in where && cards.pageInfo.hasNextPage) return { ...cards, totalCount };
    }
    return { ...cards, totalCount, nodes: cards.nodes.toSpliced(index, 0, ref) };
  });
}

/** Moves a card from wherever it stands to a place in a stage. */
export function moveCard(
  cache: ApolloCache,
  stageIds: readonly string[],
  card: Pick<PainPointCardFragment, 'id' | 'bleedPerWeek'>,
  from: string | undefined,
  to: string,
  where: Where,
): void {
  cache.batch({
    optimistic: false,
    update(batched) {
      const names = takeCard(batched, stageIds, card.id);
      putCard(batched, to, card.id, where, names.add(stageCards(null)));
      if (from === to) return;
      if (from !== undefined) modifyHead(batched, from, { count: -1, bleed: -card.bleedPerWeek });
      modifyHead(batched, to, { count: 1, bleed: card.bleedPerWeek });
    },
  });
}

/** Removes a card that left the board. */
export function removeCard(cache: ApolloCache, stageIds: readonly string[], id: string): void {
  const card = knownCard(cache, id);
  const stoodIn = takeCard(cache, stageIds, id);
  if (card && stoodIn.size > 0) modifyHead(cache, card.stage.id, { count: -1, bleed: -card.bleedPerWeek });
}

/** Puts a further page behind the cards of a stage. */
export function appendCards(
  cache: ApolloCache,
  stageId: string,
  filter: Filter,
  page: MoreCardsQuery['painPoints'],
): void {
  modifyLists(cache, stageId, (cards, name) => {
    if (name !== stageCards(filter)) return cards;
    const known = new Set(cards.nodes.map(({ __ref }) => __ref));
    const more = page.nodes
      .map((node) => ({ __ref: cache.identify({ __typename: 'PainPoint', id: node.id }) ?? '' }))
      .filter(({ __ref }) => !known.has(__ref));
    const { hasNextPage, endCursor } = page.pageInfo;
    return {
      ...cards,
      nodes: [...cards.nodes, ...more],
      pageInfo: { ...cards.pageInfo, hasNextPage, endCursor },
    };
  });
}
