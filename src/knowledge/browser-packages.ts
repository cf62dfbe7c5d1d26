import { playwrightPackages } from './frameworks/playwright.ts';

/** The last ones are packages of one browser each, and wrappers that hand on what they wrap. */
export const playwright = [...playwrightPackages, 'playwright', 'playwright-core', 'playwright-chromium', 'playwright-firefox', 'playwright-webkit', 'playwright-extra', 'patchright'] as const;
export const puppeteer = ['puppeteer', 'puppeteer-core', 'puppeteer-extra'] as const;
/** Packages, and globals of jest-puppeteer and jest-playwright, whose pages are `page` for the rows. */
export const browserPackages = [...playwright, ...puppeteer, 'global'] as const;
