/** Tables that people make and read in a spreadsheet: CSV and XLSX files, read row by row and never trusted. */
@NullMarked
package io.dianmai.kit.table;

import org.jspecify.annotations.NullMarked;
