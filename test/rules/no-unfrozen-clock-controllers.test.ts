import { describe } from 'vitest';

import rule from '../../rules/no-unfrozen-clock.ts';
import { type Case, casesOf } from '../support/rule-cases.ts';

const { flags, allows } = casesOf('no-unfrozen-clock', rule);

const app = {
	'day.controller.ts': `
import { Body, Controller, Get, GoneException, HttpCode, Post, Res, UseInterceptors } from '@nestjs/common';
import { DayService } from './day.service';
@Controller('days')
export class DayController {
	constructor(private readonly days: DayService) {}
	@Get()
	list() { return { part: this.days.part() }; }
	@Get('hour')
	async hour() { return { hour: new Date().getHours() }; }
	@Get(['first', 'second'])
	several() { return this.days.part(); }
	@Get('open/:id')
	open() {
		if (new Date().getHours() > 17) throw new GoneException();
		return { open: true };
	}
	@Post()
	@HttpCode(200)
	add(@Body() day) { return { name: day.name }; }
	@Get('sent')
	sent(@Res() res) { res.status(new Date().getHours() > 17 ? 503 : 200).json({}); }
	@Get('caught')
	caught() {
		try {
			if (new Date().getHours() > 17) throw new Error('late');
		} catch {}
		return { open: true };
	}
	@Get('changed')
	@UseInterceptors(Hiding)
	changed() { return { part: this.days.part() }; }
	part() { return { part: this.days.part() }; }
}
`,
	'other.controller.ts': `
import { Controller, Get } from '@nestjs/common';
@Controller({ path: 'other' })
export class OtherController {
	@Get('/hour/')
	hour() { return new Date().getHours(); }
}
`,
	'day.service.ts': `
import { Injectable } from '@nestjs/common';
@Injectable()
export class DayService {
	part() { return new Date().getHours() < 12 ? 'morning' : 'evening'; }
}
`,
	'app.module.ts': `
import { Module } from '@nestjs/common';
import { DayController } from './day.controller';
import { DayService } from './day.service';
import { OtherController } from './other.controller';
@Module({ controllers: [OtherController] })
class OtherModule {
	static forRoot() { return { module: OtherModule, providers: [] }; }
}
@Module({ controllers: [DayController], providers: [DayService] })
class DayModule {}
@Module({ imports: [DayModule, OtherModule.forRoot()] })
export class AppModule {}
`,
	'set-up.ts': `export function setUp(app) { app.setGlobalPrefix('api'); return app; }\n`,
};

interface Setting {
	readonly module?: string;
	readonly made?: string;
}

function asking(claim: string, { module = 'imports: [AppModule]', made = '' }: Setting = {}): Case {
	return {
		'a.test.ts': `
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { AppModule } from './app.module';
import { DayController } from './day.controller';
import { DayService } from './day.service';
import { setUp } from './set-up';
describe('days', () => {
	let app;
	beforeAll(async () => {
		const module = await Test.createTestingModule({ ${module} }).compile();
		app = module.createNestApplication();
		${made}
		await app.init();
	});
	afterAll(async () => { await app.close(); });
	it('answers', async () => {
		${claim}
	});
});
`,
		...app,
	};
}

describe('routes that controllers declare', () => {
	const flagsAsked = (title: string, asked: string, setting?: Setting): void =>
		flags(title, asking(`await ${asked};\n\t\t      ${'~'.repeat(asked.length)}`, setting));
	const allowsAsked = (title: string, asked: string, setting?: Setting): void => allows(title, asking(`await ${asked};`, setting));

	flagsAsked('what a service gives that is handed to a controller', `request(app.getHttpServer()).get('/days').expect({ part: 'morning' })`);
	flagsAsked('an awaited answer', `request(app.getHttpServer()).get('/days/hour').expect(200, { hour: 5 })`);
	flagsAsked('a path of several', `request(app.getHttpServer()).get('/days/second').expect('morning')`);
	flagsAsked('the status of an error', `request(app.getHttpServer()).get('/days/open/1').expect(200)`);
	flagsAsked('what an error comes before', `request(app.getHttpServer()).get('/days/open/1').expect({ open: true })`);
	flagsAsked('a status that is sent', `request(app.getHttpServer()).get('/days/sent').expect(200)`);
	flagsAsked('a controller of a module that is made', `request(app.getHttpServer()).get('/other/hour').expect('5')`);
	flagsAsked('a controller without a module', `request(app.getHttpServer()).get('/days').expect({ part: 'morning' })`, { module: 'controllers: [DayController], providers: [DayService]' });
	flagsAsked('below a path for all', `request(app.getHttpServer()).get('/api/days').expect({ part: 'morning' })`, { made: 'setUp(app);' });

	allowsAsked('a path below which nothing is', `request(app.getHttpServer()).get('/days').expect({ part: 'morning' })`, { made: `app.setGlobalPrefix('api');` });
	allowsAsked('a method that is no route', `request(app.getHttpServer()).get('/days/part').expect({ part: 'morning' })`);
	allowsAsked('what the clock does not decide', `request(app.getHttpServer()).post('/days').send({ name: 'a' }).expect(200, { name: 'a' })`);
	allowsAsked('an error that is caught', `request(app.getHttpServer()).get('/days/caught').expect(200, { open: true })`);
	allowsAsked('an answer that is changed on its way', `request(app.getHttpServer()).get('/days/changed').expect({ part: 'morning' })`);
	allowsAsked('a service that is another one', `request(app.getHttpServer()).get('/days').expect({ part: 'morning' })`, {
		module: `controllers: [DayController], providers: [{ provide: DayService, useValue: { part: () => 'morning' } }]`,
	});
	allows('a service that is replaced', {
		...asking(''),
		'a.test.ts': `
import { Test } from '@nestjs/testing';
import request from 'supertest';
import { AppModule } from './app.module';
import { DayService } from './day.service';
it('answers', async () => {
	const module = await Test.createTestingModule({ imports: [AppModule] }).overrideProvider(DayService).useValue({ part: () => 'morning' }).compile();
	const app = module.createNestApplication();
	await app.init();
	await request(app.getHttpServer()).get('/days').expect({ part: 'morning' });
	await app.close();
});
`,
	});

	flags('in an app of its own, which answers what is injected', {
		'a.test.ts': `
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { expect, test } from 'vitest';
import { AppModule } from './app.module';
test('answers', async () => {
	const app = await NestFactory.create(AppModule, new FastifyAdapter());
	app.setGlobalPrefix('v1');
	await app.init();
	const answer = await app.inject({ method: 'GET', url: '/v1/days' });
	expect(answer.json().part).toBe('morning');
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	const open = await app.inject('/v1/days/open/1');
	expect(open.statusCode).toBe(200);
	~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
	await app.close();
});
`,
		...app,
	});
});
