import { gql, type TypedDocumentNode } from '@apollo/client';
import type { ForecastQuery, PlotInput, PlotQuery, PlotQueryVariables } from '../../graphql/generated/types.js';

export type { PlotInput };
export type DrawnPlot = PlotQuery['plot'];

export const PLOT: TypedDocumentNode<PlotQuery, PlotQueryVariables> = gql`
  query Plot($input: PlotInput!) {
    plot(input: $input) {
      title
      svg
      alt
      how
      table {
        columns
        rows
      }
      empty
    }
  }
`;

export const FORECAST: TypedDocumentNode<ForecastQuery> = gql`
  query Forecast {
    forecast {
      enough
      words
      how
    }
  }
`;
