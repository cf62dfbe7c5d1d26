import type { InternalRow } from '../row.ts';

const enzyme = { effect: 'internal', from: 'enzyme', see: 'https://enzymejs.github.io/enzyme/docs/api/ReactWrapper/state.html' } as const;
const shown = `import { mount } from 'enzyme'; const wrapper = mount(<App />);`;

/** Vue Test Utils 2, and 1 for Vue 2. */
const vue = { effect: 'internal', from: ['@vue/test-utils', '@vue/vue2-test-utils', 'vue-test-utils'], see: 'https://test-utils.vuejs.org/guide/essentials/easy-to-test' } as const;
const mounted = `import { mount } from '@vue/test-utils'; import App from 'app'; const wrapper = mount(App);`;

/** State of components, as the libraries that render them for tests hand it out: https://testing-library.com/docs/guiding-principles. */
export const componentInternals: readonly InternalRow[] = [
	{ ...enzyme, path: '{mount,shallow}().state()', flaky: `${shown} wrapper.state('open');`, steady: `${shown} wrapper.text();` },
	{ ...enzyme, path: '{mount,shallow}().**.state()', flaky: `${shown} wrapper.find('Menu').state();`, steady: `${shown} wrapper.find('Menu').html();` },
	{ ...enzyme, path: '{mount,shallow}().instance().state', see: 'https://enzymejs.github.io/enzyme/docs/api/ReactWrapper/instance.html', flaky: `${shown} wrapper.instance().state.open;`, steady: `${shown} wrapper.instance().focus();` },
	{ ...enzyme, path: '{mount,shallow}().**.instance().state', see: 'https://enzymejs.github.io/enzyme/docs/api/ReactWrapper/instance.html', flaky: `${shown} wrapper.find('Menu').instance().state;`, steady: `${shown} wrapper.find('Menu').props();` },
	{ ...vue, path: '{mount,shallowMount}().vm.{$data,_data}', flaky: `${mounted} wrapper.vm.$data.open;`, steady: `${mounted} wrapper.vm.open;` },
	{ ...vue, path: '{mount,shallowMount}().**.vm.{$data,_data}', flaky: `${mounted} wrapper.findComponent({ name: 'Menu' }).vm.$data;`, steady: `${mounted} wrapper.findComponent({ name: 'Menu' }).text();` },
	{ ...vue, path: '{mount,shallowMount}().vm.$.{setupState,data}', flaky: `${mounted} wrapper.vm.$.setupState.open;`, steady: `${mounted} wrapper.emitted('open');` },
];
