// Package pdf reads the text of born-digital PDF files in reading order: glyphs to lines, lines to columns, columns to paragraphs.
//
// It is not for scanned pages (there is no text in them) and not for encrypted files: both are refused in words. It recovers
// no tables and no layout.
package pdf
