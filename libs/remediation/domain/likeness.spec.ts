import { findAlike } from './likeness.js';

const SAID = [
  { id: 'labels', text: 'Label printers stop in the middle of a shift' },
  { id: 'invoices', text: 'Nobody can tell us what the invoice from IT is made of' },
  { id: 'vpn', text: 'The VPN drops every time we are on a call with a customer' },
  { id: 'orders', text: 'The system for orders is slow on Mondays' },
  { id: 'stock', text: 'The system for stock is slow at month end' },
];

describe('what may say the same', () => {
  it.each([
    ['The label printer stopped again', ['labels']],
    ['VPN drop', ['vpn']],
    ['Letters about an invoice', ['invoices']],
    ['INVOICES of IT', ['invoices']],
    ['Order system is slow', ['orders', 'stock']],
  ])('finds for "%s" what shares its telling words, the likest first', (text, found) => {
    expect(findAlike(text, SAID, 5)).toEqual(found);
  });

  it('finds nothing for other words, for common words alone, and for nothing', () => {
    for (const text of ['Parking places', 'that is not the', '', '?!']) expect(findAlike(text, SAID, 5)).toEqual([]);
  });
});
