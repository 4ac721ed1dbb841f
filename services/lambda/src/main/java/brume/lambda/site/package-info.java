/// What Lambda serves over plain HTTP: the packages of functions, to those who were given a link.
@NullMarked
package brume.lambda.site;

import org.jspecify.annotations.NullMarked;
