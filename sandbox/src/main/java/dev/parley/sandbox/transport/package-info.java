/** The ways in for clients that cannot be told another address: names of hosts, TLS, and a proxy that leads here. */
@NullMarked
package dev.parley.sandbox.transport;

import org.jspecify.annotations.NullMarked;
