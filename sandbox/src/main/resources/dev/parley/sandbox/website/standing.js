// Warnings and agreements need nothing more than the shared script.
import './site.js'
