#!/usr/bin/env node
import { deflakeCommand } from './command.ts';
import { optimizeLater } from './compiler.ts';
import { leaveOutWarnings } from './warnings.ts';

// A reader that has seen enough (`deflake | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EPIPE') process.exit();
	throw error;
});

optimizeLater();
leaveOutWarnings();
process.exitCode = await deflakeCommand(process.argv.slice(2), { cwd: process.cwd(), out: process.stdout, err: process.stderr });
