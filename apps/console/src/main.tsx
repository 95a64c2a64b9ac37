/** Starts the console in the page. */

import './styles/colours.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/release.css'
import './styles/material.css'
import './styles/review.css'
import './styles/operate.css'
import './styles/portal.css'
import { createRoot } from 'react-dom/client'
import { startLanguages } from './i18n/index.ts'
import { Root } from './Root.tsx'

startLanguages()
const place = document.getElementById('root')
if (place === null) throw new Error('index.html has no element with the id root')
createRoot(place).render(<Root />)
