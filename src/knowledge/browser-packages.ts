import { playwrightPackages } from './frameworks/playwright.ts';

export const playwright = [...playwrightPackages, 'playwright', 'playwright-core'] as const;
export const puppeteer = ['puppeteer', 'puppeteer-core'] as const;
/** Packages, and globals of jest-puppeteer and jest-playwright, whose pages are `page` for the rows. */
export const browserPackages = [...playwright, ...puppeteer, 'global'] as const;
