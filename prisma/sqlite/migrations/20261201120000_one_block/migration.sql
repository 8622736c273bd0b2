-- What was locked or paused is blocked. The event of the lock names it; a pause had that number already.
INSERT OR IGNORE INTO `portal_setting` (`name`, `value`, `updated_at`, `updated_by`)
  SELECT 'publishing.block',
    '{"id":' || COALESCE((SELECT MAX(`seq`) FROM `portal_audit_event` WHERE `type` = 'public-access.locked'), 1)
      || ',' || substr(`value`, 2),
    `updated_at`, `updated_by`
  FROM `portal_setting` WHERE `name` = 'publishing.lock' AND `value` <> '';

INSERT OR IGNORE INTO `portal_setting` (`name`, `value`, `updated_at`, `updated_by`)
  SELECT 'publishing.block', `value`, `updated_at`, `updated_by`
  FROM `portal_setting` WHERE `name` = 'publishing.pause' AND `value` <> '';
