// Light, dark, or as the system says. theme.js applies a stored choice before the first paint.
export type Theme = 'system' | 'light' | 'dark';
const key = 'orrery.theme';

function stored(): Theme {
  try {
    const t = localStorage.getItem(key);
    return t === 'light' || t === 'dark' ? t : 'system';
  } catch { return 'system'; }
}

class ThemeChoice {
  now = $state<Theme>(stored());
  set(theme: Theme) {
    this.now = theme;
    if (theme === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    try { localStorage.setItem(key, theme); } catch { /* not kept, but shown */ }
  }
}

export const theme = new ThemeChoice();
