import { Injectable } from '@nestjs/common';
import { type GraphQLSchema, isObjectType } from 'graphql';

type Resolve<Source, Context> = (source: Source, context: Context) => unknown;

/**
 * Fields that one part adds to the type of another and that stand in long lists. Nest declares them like any other
 * `@ResolveField`, but puts a promise around each call; named here they are called as they are, and one that knows its
 * value costs a list of thousands no promise.
 */
@Injectable()
export class DirectFields {
  private readonly resolvers = new Map<string, Resolve<never, never>>();

  /** Names a field without arguments as `Type.field`. Before the schema is made: in the constructor of its resolver. */
  add<Source, Context>(coordinate: string, resolve: Resolve<Source, Context>): void {
    this.resolvers.set(coordinate, resolve);
  }

  /** Puts the calls into the schema. Guards come after this. */
  into(schema: GraphQLSchema): GraphQLSchema {
    for (const [coordinate, resolve] of this.resolvers) {
      const [typeName = '', fieldName = ''] = coordinate.split('.');
      const type = schema.getType(typeName);
      const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
      if (!field) throw new Error(`There is no field ${coordinate} to call directly.`);
      field.resolve = (source, _arguments, context) => resolve(source as never, context as never);
    }
    return schema;
  }
}
