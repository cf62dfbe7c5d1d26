/**
 * How containers are given something else than the class that an annotation names: Nest (https://docs.nestjs.com/fundamentals/testing),
 * Angular (https://angular.dev/guide/di), Inversify, tsyringe, TypeDI, awilix and Suites (https://suites.dev/docs).
 */
export const injection = {
	/** Keys of a provider. */
	keys: ['useValue', 'useClass', 'useFactory', 'useExisting'],
	/** Methods that put a provider in, or stand-ins for all of them. */
	methods: ['overrideProvider', 'overrideModule', 'useMocker', 'toConstantValue', 'toDynamicValue', 'rebind', 'registerInstance', 'solitary'],
	/** Packages whose containers hand things out, and the methods by which they do. */
	packages: ['@nestjs/testing', '@nestjs/core', '@nestjs/common', '@angular/core/testing', 'inversify', 'tsyringe', 'typedi'],
	givers: ['get', 'resolve', 'inject'],
	/** Functions that name what another package's class is handed out for. */
	tokens: [
		{ from: '@nestjs/typeorm', name: 'getRepositoryToken', gives: { from: 'typeorm', name: 'Repository' } },
		{ from: '@nestjs/typeorm', name: 'getDataSourceToken', gives: { from: 'typeorm', name: 'DataSource' } },
		{ from: '@nestjs/typeorm', name: 'getEntityManagerToken', gives: { from: 'typeorm', name: 'EntityManager' } },
		{ from: '@nestjs/mongoose', name: 'getModelToken', gives: { from: 'mongoose', name: 'Model' } },
		{ from: '@nestjs/mongoose', name: 'getConnectionToken', gives: { from: 'mongoose', name: 'Connection' } },
	],
} as const;
