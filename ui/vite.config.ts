import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

// The built files are committed, so the same source must give the same bytes: names without
// hashes, a few fixed chunks, one style sheet. The server answers with ETags instead of hashes.
export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome123', 'firefox120', 'safari17.5'], // the first with light-dark()
    assetsInlineLimit: 0, // the page's policy forbids data: for fonts
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/[name].js',
        chunkFileNames: 'assets/[name].js',
        assetFileNames: 'assets/[name][extname]',
        codeSplitting: {
          groups: [
            { name: 'atlas', test: /node_modules[\\/](d3-|topojson|world-atlas|internmap|i18n-iso)/, priority: 2 }, // only where a map is drawn
            { name: 'svelte', test: /node_modules/, priority: 1 },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: 'http://127.0.0.1:7340', changeOrigin: true } },
  },
});
