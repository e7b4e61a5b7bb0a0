import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Block, Figure, Item, MinutesDocument, MinutesSection, NamedCard } from '../minutes/minutes-document.js';

/** What a piece of the minutes is. */
export const MinutesBlockKind = { FIGURES: 'FIGURES', LIST: 'LIST', FACTS: 'FACTS', TEXT: 'TEXT' } as const;
export type MinutesBlockKind = (typeof MinutesBlockKind)[keyof typeof MinutesBlockKind];
registerEnumType(MinutesBlockKind, { name: 'MinutesBlockKind', description: 'What a piece of the minutes is.' });

@ObjectType('MinutesCard', { description: 'A card that is named in the minutes.' })
export class MinutesCardType implements NamedCard {
  @Field(() => ID)
  painPointId!: string;

  @Field(() => String)
  key!: string;

  @Field(() => String, {
    description: 'As it was called then; in the words beside it stand its key and, mostly, this.',
  })
  title!: string;
}

@ObjectType('MinutesFigure', { description: 'A figure with what it counts.' })
export class MinutesFigureType implements Figure {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  value!: string;

  @Field(() => String, { nullable: true, description: 'What it was before, or what it is made of.' })
  more?: string;

  @Field(() => [MinutesCardType])
  cards!: readonly NamedCard[];
}

@ObjectType('MinutesLine', { description: 'One line: what it is about, then what there is to say.' })
export class MinutesLineType implements Item {
  @Field(() => String)
  lead!: string;

  @Field(() => String, { nullable: true })
  text?: string;

  @Field(() => String, { nullable: true, description: 'Said small: who, by when, why.' })
  more?: string;

  @Field(() => [MinutesCardType])
  cards!: readonly NamedCard[];

  @Field(() => ID, { nullable: true, description: 'The remediation task that it gave out.' })
  taskId?: string;
}

@ObjectType('MinutesBlock', { description: 'A piece of the minutes: figures, or lines.' })
export class MinutesBlockType {
  @Field(() => MinutesBlockKind)
  kind!: MinutesBlockKind;

  @Field(() => [MinutesFigureType])
  figures!: MinutesFigureType[];

  @Field(() => [MinutesLineType], { description: 'Of a text the only one; of facts each with its label as the lead.' })
  lines!: MinutesLineType[];

  @Field(() => Boolean)
  numbered!: boolean;

  static of(block: Block): MinutesBlockType {
    const empty = { figures: [], lines: [], numbered: false };
    switch (block.kind) {
      case 'figures':
        return { ...empty, kind: MinutesBlockKind.FIGURES, figures: block.figures.map(withCards) };
      case 'list':
        return {
          ...empty,
          kind: MinutesBlockKind.LIST,
          lines: block.items.map(withCards),
          numbered: block.numbered ?? false,
        };
      case 'facts':
        return {
          ...empty,
          kind: MinutesBlockKind.FACTS,
          lines: block.facts.map(([lead, text]) => ({ lead, text, cards: [] })),
        };
      case 'text':
        return { ...empty, kind: MinutesBlockKind.TEXT, lines: [{ lead: block.text, cards: [] }] };
    }
  }
}

@ObjectType('MinutesSection', { description: 'A heading with what stands below it.' })
export class MinutesSectionType {
  @Field(() => String)
  title!: string;

  @Field(() => [MinutesBlockType])
  blocks!: MinutesBlockType[];

  static of({ title, blocks }: MinutesSection): MinutesSectionType {
    return { title, blocks: blocks.map(MinutesBlockType.of) };
  }
}

/** Minutes as the API shows them. */
@ObjectType('Minutes', { description: 'What stays of a meeting, in the words in which the PDF tells it, uncut.' })
export class MinutesType {
  @Field(() => String)
  title!: string;

  @Field(() => String, { description: 'Whose board, from when until when, and who led it.' })
  subtitle!: string;

  @Field(() => [MinutesSectionType])
  sections!: MinutesSectionType[];

  @Field(() => String, { description: 'What stands under it all.' })
  foot!: string;

  static of({ title, subtitle, sections, foot }: MinutesDocument): MinutesType {
    return { title, subtitle, sections: sections.map(MinutesSectionType.of), foot };
  }
}

function withCards<Told extends { readonly cards?: readonly NamedCard[] }>(
  told: Told,
): Told & { cards: readonly NamedCard[] } {
  return { ...told, cards: told.cards ?? [] };
}
