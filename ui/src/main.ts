import './styles/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { listen } from './lib/keys.svelte';
import { meta } from './lib/meta.svelte';
import { followLinks } from './lib/scope.svelte';

followLinks();
listen();
void meta.load();
mount(App, { target: document.getElementById('app')! });
