/// Kills a process that writes tables with indexes, streams and transactions.
package brume.dynamodb.crash;
