import type { ApiRow } from '../row.ts';

const imported = (body: string): string => `import * as vscode from 'vscode';\n${body}`;
const row = { effect: 'promise', from: 'vscode', see: 'https://code.visualstudio.com/api/references/vscode-api' } as const;
/** How an editor, and a document, come into a test. */
const editors = ['window.activeTextEditor', 'window.showTextDocument()', 'window.visibleTextEditors.[]'] as const;
const documents = [...editors.map(editor => `${editor}.document`), 'workspace.openTextDocument()', 'workspace.textDocuments.[]'];
const taken = (path: string): string => path.replace('showTextDocument()', 'showTextDocument(uri)').replace('openTextDocument()', 'openTextDocument(uri)').replace('.[]', '[0]');
const held = (path: string): string => (path.includes('()') ? `(await vscode.${taken(path)})` : `vscode.${taken(path)}`).replace(/^\(await (.*)\.document\)$/, '(await $1).document');

/** What asks the editor for something, in another process, and gives a Thenable. Messages are left out: they are there until somebody closes them. */
export const vscodePromises: readonly ApiRow[] = [
	{
		...row, path: 'workspace.{applyEdit,findFiles,openNotebookDocument,openTextDocument,save,saveAll}()',
		flaky: imported(`vscode.workspace.applyEdit(edit);`),
		steady: imported(`vscode.workspace.getConfiguration('editor');`),
	},
	{
		...row, path: 'workspace.fs.{copy,createDirectory,delete,readDirectory,readFile,rename,stat,writeFile}()',
		flaky: imported(`vscode.workspace.fs.delete(uri);`),
		steady: imported(`vscode.workspace.fs.isWritableFileSystem('file');`),
	},
	{
		...row, path: 'workspace.getConfiguration().update()',
		flaky: imported(`vscode.workspace.getConfiguration('editor').update('tabSize', 2);`),
		steady: imported(`vscode.workspace.getConfiguration('editor').get('tabSize');`),
	},
	{
		...row, path: 'commands.{executeCommand,getCommands}()',
		flaky: imported(`vscode.commands.executeCommand('undo');`),
		steady: imported(`vscode.commands.registerCommand('a.b', run);`),
	},
	{
		...row, path: 'window.{showNotebookDocument,showTextDocument}()',
		flaky: imported(`vscode.window.showTextDocument(document);`),
		steady: imported(`vscode.window.createTerminal('a');`),
	},
	{
		...row, path: 'env.clipboard.{readText,writeText}()',
		flaky: imported(`vscode.env.clipboard.writeText('a');`),
		steady: imported(`vscode.env.clipboard.toString();`),
	},
	{
		...row, path: 'extensions.getExtension().activate()',
		flaky: imported(`vscode.extensions.getExtension('a.b')?.activate();`),
		steady: imported(`vscode.extensions.getExtension('a.b');`),
	},
	{
		...row, path: 'languages.setTextDocumentLanguage()',
		flaky: imported(`vscode.languages.setTextDocumentLanguage(document, 'css');`),
		steady: imported(`vscode.languages.match('css', document);`),
	},
	...editors.map((editor): ApiRow => ({
		...row, path: `${editor}.{edit,insertSnippet}()`,
		flaky: imported(`${held(editor)}.edit(change);`),
		steady: imported(`${held(editor)}.hide();`),
	})),
	...documents.map((document): ApiRow => ({
		...row, path: `${document}.save()`,
		flaky: imported(`${held(document)}.save();`),
		steady: imported(`${held(document)}.getText();`),
	})),
];
