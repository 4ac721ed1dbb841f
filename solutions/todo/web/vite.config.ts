import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [preact()],
  // The library for Cognito expects the name that Node.js has for the global object.
  define: { global: 'globalThis' },
  build: { target: 'es2022', outDir: '../target/web', emptyOutDir: true },
});
