package brume.store.memory;

import brume.store.Cursor;
import brume.store.KeyRange;
import brume.store.Reader.Direction;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// Walks a tree in key order or against it.
final class TreeCursor implements Cursor {
  private final KeyRange range;
  private final boolean forward;

  /// The nodes whose turn is still to come, the next on top, each with its far side unvisited.
  private final Deque<Tree.Node> path = new ArrayDeque<>();

  private byte[] key = {};
  private byte[] value = {};

  TreeCursor(Tree tree, KeyRange range, Direction direction) {
    this.range = range;
    forward = direction == Direction.FORWARD;
    descend(tree.root());
  }

  @Override
  public boolean next() {
    var node = path.poll();
    if (node == null) {
      return false;
    }
    descend(forward ? node.right() : node.left());
    if (!(forward ? beforeEnd(node) : afterStart(node))) {
      path.clear();
      return false;
    }
    key = node.key();
    value = node.value();
    return true;
  }

  /// Follows the near side down, leaving out what lies before the start of the walk.
  private void descend(Tree.@Nullable Node from) {
    var node = from;
    while (node != null) {
      boolean reached = forward ? afterStart(node) : beforeEnd(node);
      if (reached) {
        path.push(node);
      }
      node = reached == forward ? node.left() : node.right();
    }
  }

  private boolean afterStart(Tree.Node node) {
    return Arrays.compareUnsigned(node.key(), range.from()) >= 0;
  }

  private boolean beforeEnd(Tree.Node node) {
    return range.to().length == 0 || Arrays.compareUnsigned(node.key(), range.to()) < 0;
  }

  @Override
  public byte[] key() {
    return key;
  }

  @Override
  public byte[] value() {
    return value;
  }

  @Override
  public void close() {
    path.clear();
  }
}
