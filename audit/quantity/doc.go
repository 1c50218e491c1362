// Package quantity reads the figures of a text: a value with its unit, its bound and
// what each is reckoned by, so that "forty-five days" and "45 days" are one, and
// "at most" is told from "at least". Times come in minutes or months.
//
// It does not judge whether two figures answer one question; compare does.
package quantity
