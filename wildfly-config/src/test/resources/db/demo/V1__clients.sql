insert into client values (1, 'Lumen Energia');
