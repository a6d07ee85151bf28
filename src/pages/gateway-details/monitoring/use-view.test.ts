import { expect, test } from 'vitest'
import { refreshChoices } from './use-view'

test('how often to refresh can be chosen', () => expect(refreshChoices).toEqual(['off', '5s', '10s', '30s']))
