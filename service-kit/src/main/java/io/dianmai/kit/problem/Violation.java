package io.dianmai.kit.problem;

/**
 * One thing that is wrong in a request.
 *
 * @param pointer RFC 6901 JSON Pointer into the body, or the name of the parameter
 * @param detail what is wrong there, for the caller to read
 */
public record Violation(String pointer, String detail) {}
