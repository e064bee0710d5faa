// What this Orrery is: region, hubs, states, version. Asked once; the scope does not change it.
import { api, url } from './api';
import type { Meta } from './types';

class MetaStore {
  value = $state.raw<Meta | null>(null);
  async load() {
    try { this.value = await api.get<Meta>(url('/meta', {}, false)); } catch { /* the screen's own question reports it */ }
  }
}

export const meta = new MetaStore();
