import { Configuration, ConfigurationError } from './configuration.js';

describe('the configuration', () => {
  it('has defaults with which the app starts on localhost', () => {
    const configuration = new Configuration({});
    expect(configuration.publicUrl).toBe('http://localhost:3000');
    expect(configuration.databaseFile).toMatch(/data[/\\]stanch\.db$/);
    expect(configuration.smtpUrl).toBeUndefined();
  });

  it('takes an empty value as unset, as an .env file with blanks means it', () => {
    expect(new Configuration({ PORT: '', SMTP_URL: '' }).port).toBe(3000);
  });

  it('names every wrong value at once and says what it must be', () => {
    const wrong = { PORT: '99999', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud', SMTP_URL: 'mail.example.com' };
    const start = () => new Configuration(wrong);
    expect(start).toThrow(ConfigurationError);
    for (const name of Object.keys(wrong)) expect(start).toThrow(new RegExp(name));
  });

  it('says from where to where a number goes', () => {
    for (const PORT of ['eighty', '-1', '3.5', '99999']) {
      expect(() => new Configuration({ PORT })).toThrow('PORT must be a whole number from 0 to 65535');
    }
  });

  it('has an address that one can type also where it listens on all of them', () => {
    expect(new Configuration({ HOST: '0.0.0.0' }).publicUrl).toBe('http://localhost:3000');
    expect(new Configuration({ HOST: '::1', PORT: '80' }).publicUrl).toBe('http://[::1]:80');
  });

  it('keeps the demo in a database of its own and lets it send no mail', () => {
    const demo = new Configuration({ DATABASE_URL: 'sqlite:data/own.db', SMTP_URL: 'smtp://127.0.0.1' }, true);
    expect(demo.databaseFile).toMatch(/data[/\\]demo\.db$/);
    expect(demo.smtpUrl).toBeUndefined();
  });
});
