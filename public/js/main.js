// Small behaviours, each attached by a data attribute; every page works without them.
import './auto-submit.js'
import './chosen-names.js'
import './filter-list.js'
import './instant-search.js'
import './menus.js'
import './nav-toggle.js'
import './relative-time.js'
import './submit-once.js'
