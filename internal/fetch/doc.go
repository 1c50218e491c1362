// Package fetch gets the bytes of statute pages politely and keeps them as
// evidence under their hash. It is the only door to the publishers: one request
// at a time per host, robots.txt obeyed, conditional requests, caps on bytes,
// time and redirects, and no address that the config does not allow.
//
// It will not parse, crawl or decide what is due, and it never looks at a clock
// of its own. Every request ends in a named outcome.
package fetch
