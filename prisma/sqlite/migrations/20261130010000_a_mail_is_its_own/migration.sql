ALTER TABLE `portal_outbox` ADD COLUMN `identity` TEXT NULL;

ALTER TABLE `portal_message` ADD COLUMN `threads` TEXT NULL;
