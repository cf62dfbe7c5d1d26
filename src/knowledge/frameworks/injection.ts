/**
 * How containers are given something else than the class that an annotation names: Nest (https://docs.nestjs.com/fundamentals/testing),
 * Angular (https://angular.dev/guide/di), Inversify, tsyringe, TypeDI, awilix and Suites (https://suites.dev/docs).
 */
export const injection = {
	/** Keys of a provider. */
	keys: ['useValue', 'useClass', 'useFactory', 'useExisting'],
	/** Methods that put a provider in, or stand-ins for all of them. */
	methods: ['overrideProvider', 'overrideModule', 'useMocker', 'toConstantValue', 'toDynamicValue', 'rebind', 'registerInstance', 'solitary'],
} as const;
