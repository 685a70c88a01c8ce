import { createRequire } from 'node:module'
import type * as lib from 'pdf-lib'

/** Its build of one file: the other is some hundred, which take a second to load where this takes a quarter. */
const pdf = createRequire(import.meta.url)('pdf-lib/dist/pdf-lib.min.js') as typeof lib

export const {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFStream,
} = pdf
export type PDFArray = lib.PDFArray
export type PDFDict = lib.PDFDict
export type PDFDocument = lib.PDFDocument
export type PDFPage = lib.PDFPage
export type PDFRawStream = lib.PDFRawStream
export type PDFStream = lib.PDFStream
