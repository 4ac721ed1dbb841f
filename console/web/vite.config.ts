import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

const brume = process.env.BRUME ?? 'http://127.0.0.1:4566';

export default defineConfig({
  base: '/_brume/',
  plugins: [preact()],
  build: {
    target: 'es2022',
    outDir: '../target/classes/brume/console/page',
    emptyOutDir: true,
    chunkSizeWarningLimit: 700,
  },
  server: {
    // Requests keep their Host: it is part of what is signed.
    proxy: { '^/(?!_brume/($|src/|@|node_modules/))': { target: brume, changeOrigin: false } },
  },
});
