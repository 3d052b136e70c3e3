import importX, { createNodeResolver } from 'eslint-plugin-import-x'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import tseslint from 'typescript-eslint'

const here = fileURLToPath(new URL('.', import.meta.url))
const features = readdirSync(`${here}src/features`, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

// A feature sees itself, the shared parts and nothing else.
const betweenFeatures = features.map((name) => ({
  target: `./src/features/${name}`,
  from: './src/features',
  except: [`./${name}`],
  message: 'A feature does not import another feature: move what both need to src/ui or src/lib.',
}))

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'shots'] },
  ...tseslint.configs.recommended,
  jsxA11y.flatConfigs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { 'import-x': importX, 'react-hooks': reactHooks },
    settings: {
      'import-x/resolver-next': [
        createNodeResolver({
          extensions: ['.ts', '.tsx', '.js', '.json', '.css'],
          alias: { '@': [`${here}src`] },
        }),
      ],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
    },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'import-x/no-cycle': 'error',
      'import-x/no-restricted-paths': [
        'error',
        {
          basePath: here,
          zones: [
            ...betweenFeatures,
            { target: './src/features', from: './src/app', message: 'A feature does not know the shell.' },
            { target: ['./src/ui', './src/lib'], from: ['./src/features', './src/app'], message: 'Shared parts know no feature.' },
            { target: './src/lib', from: './src/ui', message: 'The library draws nothing.' },
          ],
        },
      ],
      'max-lines': ['error', { max: 300, skipBlankLines: false }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
)
