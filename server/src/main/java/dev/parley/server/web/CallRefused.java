package dev.parley.server.web;

import dev.parley.server.core.ErrorCode;
import jakarta.servlet.http.HttpServletRequest;

/** A call was answered with a refusal. */
public record CallRefused(ErrorCode code, HttpServletRequest request) {}
