# The words of the web app: import, export, backups and products. American English; how to write them stands at the top of en.ftl.

data-backup-title = Backup
