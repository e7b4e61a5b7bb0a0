import { Migration } from '@mikro-orm/migrations';

/** What the headings of digests and bundles were called before mails had languages. */
const TITLES = {
  asked: 'Asked of you: is it fixed?',
  moved: 'What moved',
  promised: 'Promised for the coming week',
  better: 'What got better',
  else: 'What else happened',
  changed: 'What changed',
};

/** In which language a mail was sent; what digests tell is stored as what it is, and said when the mail is written. */
export class Notifications202611250210 extends Migration {
  override up(): void {
    this.addSql('alter table mail add column language text null');
    this.addSql(`update mail set language = 'en' where state = 'SENT'`);
    for (const [topic, title] of Object.entries(TITLES)) {
      this.addSql(
        `update mail set notice = replace(notice, '{"title":"${title}","lines":', '{"topic":"${topic}","lines":')
         where kind in ('digest', 'bundle')`,
      );
    }
  }
}
