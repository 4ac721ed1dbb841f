/// Histories of concurrent calls, and whether they could have happened one after the other.
package brume.dynamodb.history;
