import { render as renderComponent } from 'svelte/server';
import App from './app.svelte';

export const render = () => renderComponent(App).body;
