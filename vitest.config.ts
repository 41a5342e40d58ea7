import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts'],
    // Files share a process and its loaded modules: src/ keeps no state in modules.
    isolate: false,
  },
});
